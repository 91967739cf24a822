import Testing

@testable import Web

struct ProcessorsTests {
  @Test func `the processors that a program is pinned to are counted`() {
    #expect(Processors.allowed(in: "Name:\ta\nCpus_allowed_list:\t0\nMems_allowed_list:\t0-3\n") == 1)
    #expect(Processors.allowed(in: "Cpus_allowed_list:\t0-3,8,10-11\n") == 7)
    for text in ["", "Cpus_allowed_list:\t\n", "Cpus_allowed_list:\tall\n", "Cpus_allowed_list:\t3-1\n"] {
      #expect(Processors.allowed(in: text) == nil, "\(text)")
    }
    #expect(Processors.count >= 1)
  }
}
