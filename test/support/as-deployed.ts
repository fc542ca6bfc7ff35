// As images run it: graphql-js leaves checks for its own users out, a third of the time of large answers.
process.env.NODE_ENV = "production";
// Jest sets a hundred, which each error that is made and caught pays for.
Error.stackTraceLimit = 10;
