# The indexer alone. Build from the checkout's root:
#   docker build -f infra/docker/indexer.Dockerfile -t wufei-exchange/indexer .
FROM maven:3.9-eclipse-temurin-25 AS java
WORKDIR /build
COPY pom.xml ./
COPY .mvn/ .mvn/
COPY infra/ infra/
COPY search-indexer/ search-indexer/
COPY marketplace-api/pom.xml marketplace-api/pom.xml
COPY seeds/pom.xml seeds/pom.xml
COPY web-frontend/pom.xml web-frontend/pom.xml
RUN mvn -q -B -ntp -Dmaven.test.skip=true package dependency:copy-dependencies \
    -pl search-indexer -DincludeScope=runtime -DoutputDirectory=target/lib

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home wufei
COPY --from=java /build/search-indexer/target/lib/ /opt/wufei/lib/
COPY --from=java /build/search-indexer/target/search-indexer-0.1.0.jar /opt/wufei/lib/
USER wufei
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-cp", "/opt/wufei/lib/*", "cn.wufei.indexer.IndexerApplication"]
