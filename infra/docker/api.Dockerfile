# The API with the built page. Build from the checkout's root:
#   docker build -f infra/docker/api.Dockerfile -t wufei-exchange/api .
FROM node:22-bookworm-slim AS page
WORKDIR /build/web-frontend
COPY web-frontend/package.json web-frontend/package-lock.json web-frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY web-frontend/ ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-25 AS java
WORKDIR /build
COPY pom.xml ./
COPY .mvn/ .mvn/
COPY infra/ infra/
COPY search-indexer/ search-indexer/
COPY marketplace-api/ marketplace-api/
COPY seeds/ seeds/
COPY web-frontend/pom.xml web-frontend/pom.xml
RUN mvn -q -B -ntp -Dmaven.test.skip=true -Dservers.skip=true package dependency:copy-dependencies \
    -pl marketplace-api -am \
    -DincludeScope=runtime -DoutputDirectory=target/lib

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/wufei --create-home wufei
WORKDIR /opt/wufei
COPY --from=java /build/marketplace-api/target/lib/ lib/
COPY --from=java /build/marketplace-api/target/marketplace-api-0.1.0.jar lib/
COPY --from=page /build/web-frontend/dist/ web/
COPY seeds/reference/ reference/
ENV WUFEI_PORT=8080 \
    WUFEI_VAR=/var/lib/wufei \
    WUFEI_WEB_DIR=/opt/wufei/web \
    WUFEI_REFERENCE_DIR=/opt/wufei/reference
USER wufei
VOLUME /var/lib/wufei
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-cp", "/opt/wufei/lib/*", "cn.wufei.exchange.Application"]
