# The server as a container; docs/container.md tells how to run it, container/try-recipe tries it without an engine.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -q -Dquick -Dmaven.test.skip=true -pl emotion-cli -am package \
        dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/build/lib && \
    cp emotion-cli/target/emotion-cli-*.jar lib/
# ONNX Runtime would unpack its library into /tmp at each start; but what lies on a --tmpfs must not be run.
RUN platform=linux-x64; [ "$(uname -m)" != aarch64 ] || platform=linux-aarch64; \
    mkdir native && cd native && jar xf ../lib/onnxruntime-*.jar "ai/onnxruntime/native/$platform" && \
    mv ai/onnxruntime/native/*/* . && rm -r ai

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 emotion4j && \
    useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin emotion4j
COPY --from=build /build/lib /opt/emotion4j/lib
COPY --from=build /build/native /opt/emotion4j/native
ENV LANG=C.UTF-8
USER 10001:10001
EXPOSE 8080
# Without curl, and without a JVM every half minute.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", \
    "-Donnxruntime.native.path=/opt/emotion4j/native", "-cp", "/opt/emotion4j/lib/*", \
    "io.emotion4j.cli.Main", "serve", "--host", "0.0.0.0"]
