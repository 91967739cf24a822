import Model
import NIOSSL

/// The server's certificate and key, read from files in PEM.
enum Certificate {
  /// TLS 1.2 and newer; HTTP/2 before HTTP/1.1. Throws `ServerError`. Blocks.
  static func context(certificate: String, key: String) throws -> NIOSSLContext {
    let chain: [NIOSSLCertificateSource]
    do {
      chain = try NIOSSLCertificate.fromPEMFile(certificate).map(NIOSSLCertificateSource.certificate)
    } catch {
      throw ServerError(
        .certificate, "The certificate cannot be read; give a PEM file with the whole chain.",
        "证书无法读取；请给出含完整证书链的 PEM 文件。", place: certificate, cause: error)
    }
    do {
      let source = NIOSSLPrivateKeySource.privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
      var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: source)
      configuration.minimumTLSVersion = .tlsv12
      configuration.applicationProtocols = ["h2", "http/1.1"]
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw ServerError(
        .certificate, "The key cannot be read or does not belong to the certificate; give its PEM file.",
        "私钥无法读取，或与证书不符；请给出它的 PEM 文件。", place: key, cause: error)
    }
  }
}
