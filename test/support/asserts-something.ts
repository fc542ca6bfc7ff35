/** A test in which no `expect` runs, such as one that loops over an empty list, proves nothing, and fails. */
beforeEach(() => expect.hasAssertions());
