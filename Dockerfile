# syntax=docker/dockerfile:1

# An exact release. Who wants the very bytes gives the digest too: --build-arg NODE_IMAGE=node:…@sha256:…
ARG NODE_IMAGE=node:22.23.3-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json build.mjs ./
COPY schema schema
COPY src src
COPY plugins plugins
COPY page page
RUN npm run build

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE} AS graph
# The embedded store of benchmarks, where no DATABASE_URL is given, is kept in /data: mount a volume there.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 XDG_DATA_HOME=/data
RUN install -d -o node -g node /data
WORKDIR /app
COPY LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# The user "node" of the base, by number: Kubernetes cannot tell by a name that it is not root.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "dist/src/cli/health.js"]
CMD ["node", "dist/src/main.js"]
