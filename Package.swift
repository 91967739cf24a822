// swift-tools-version:6.2
import PackageDescription

/// Every target of ours is built under the same rules; a warning is an error.
let rules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func system(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func tests(_ room: String, _ others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: [.byName(name: room), "TestSupport"] + others, swiftSettings: rules)
}

let package = Package(
  name: "broadsheet",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // A newspaper must not need a database, a clock or HTTP to exist.
    .target(
      name: "Model", dependencies: [.product(name: "Crypto", package: "swift-crypto")], swiftSettings: rules),

    // A parser must not know what an article is.
    .target(
      name: "Markup",
      dependencies: ["CCommonMark", "CZlib", "CBrotli", "CQRencode", "CArchive", "CXML2", "CGumbo"],
      swiftSettings: rules),

    // A format must not write to the store.
    .target(
      name: "Interchange", dependencies: ["Model", "Markup", .product(name: "Yams", package: "Yams")],
      swiftSettings: rules),

    // Other people's programs are run in one place.
    .target(
      name: "Prepress",
      dependencies: [
        "Model", "Markup",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: rules),

    // SQL, rows and driver types live nowhere else.
    .target(
      name: "Store",
      dependencies: [
        "Model",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      exclude: ["schema.sql"], swiftSettings: rules),

    // No change without a permission, and none without a record.
    .target(
      name: "Newsroom",
      dependencies: [
        "Model", "Store",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: rules),

    // A template must not query: the live site and the export are the same bytes.
    .target(
      name: "Press", dependencies: ["Model", "Markup", .product(name: "Mustache", package: "swift-mustache")],
      exclude: ["Theme"], swiftSettings: rules, plugins: ["EmbedTheme"]),

    // No rule, SQL or layout in a handler.
    .target(
      name: "Web",
      dependencies: [
        "Model", "Interchange", "Prepress", "Store", "Newsroom", "Press", "CMalloc",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdHTTP2", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: rules),

    // Nothing worth testing lives in main.
    .executableTarget(
      name: "broadsheet",
      dependencies: [
        "Model", "Interchange", "Prepress", "Store", "Newsroom", "Press", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], swiftSettings: rules),

    // The built-in theme becomes part of the program.
    .executableTarget(name: "embed", swiftSettings: rules),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed"]),

    system("CCommonMark", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CBrotli", pkgConfig: "libbrotlienc", apt: "libbrotli-dev"),
    system("CQRencode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    system("CXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
    system("CGumbo", pkgConfig: "gumbo", apt: "libgumbo-dev"),
    .systemLibrary(name: "CMalloc"),

    .target(name: "TestSupport", dependencies: ["Model"], path: "Tests/TestSupport", swiftSettings: rules),
    tests("Model"), tests("Markup"), tests("Interchange", ["Model", "Markup"]), tests("Prepress", ["Model"]),
    tests("Store", ["Model", "Newsroom", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("Newsroom", ["Model", "Store"]),
    tests("Press", ["Model", "Markup", .product(name: "Mustache", package: "swift-mustache")]),
    tests(
      "Web",
      [
        "Model", "Interchange", "Store", "Newsroom", "Press",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .testTarget(name: "TidyTests", swiftSettings: rules),
  ])
