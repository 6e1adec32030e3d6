# The server as a container; docs/container.md tells how to run it, container/try-recipe tries it without an engine.

# The bases are named by version, so that a build takes their latest repairs; docs/container.md says how to name a digest.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# What the archive of the program has, and so nothing that only tests need.
RUN mvn -B -q -Dquick -Dmaven.test.skip=true -pl emotion-dist -am package && \
    cd emotion-dist/target && jar xf emotion4j-*.zip && mv emotion4j-*/lib /build/lib
# ONNX Runtime would unpack its library into /tmp at each start; but what lies on a --tmpfs must not be run.
RUN platform=linux-x64; [ "$(uname -m)" != aarch64 ] || platform=linux-aarch64; \
    mkdir native && cd native && jar xf ../lib/onnxruntime-*.jar "ai/onnxruntime/native/$platform" && \
    mv ai/onnxruntime/native/*/* . && rm -r ai

FROM eclipse-temurin:17-jre
LABEL org.opencontainers.image.title="emotion4j" \
    org.opencontainers.image.description="Finds the faces in a picture and says which facial expression each shows, over HTTP" \
    org.opencontainers.image.source="https://github.com/emotion4j/emotion4j" \
    org.opencontainers.image.documentation="https://github.com/emotion4j/emotion4j/blob/main/docs/container.md" \
    org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-NC-4.0"
RUN groupadd --gid 10001 emotion4j && \
    useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin emotion4j
COPY --from=build /build/lib /opt/emotion4j/lib
COPY --from=build /build/native /opt/emotion4j/native
# Few arenas: glibc keeps what was once needed in each.
ENV LANG=C.UTF-8 MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE 8080
# Without curl, and without a JVM every half minute.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# Half of the container's memory for the heap; the rest is for the networks, threads and code. What was needed once is given back every
# ten seconds. A request for which the heap is too small is answered 503 and harms no other.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=10000", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", \
    "-XX:-UsePerfData", \
    "-Donnxruntime.native.path=/opt/emotion4j/native", "-cp", "/opt/emotion4j/lib/*", \
    "io.emotion4j.cli.Main", "serve", "--host", "0.0.0.0"]
