// As in production: graphql-js then skips development checks, which are a third of the time of large responses.
process.env.NODE_ENV = "production";
// Jest sets a hundred, which makes every error slow.
Error.stackTraceLimit = 10;
