# A distroless image with Java 25.
ARG BASE
FROM ${BASE}
COPY target/heapwright-launcher /opt/heapwright
COPY target/launcher-1.0-boot.jar /app.jar
ENV LD_PRELOAD=/opt/heapwright/linux-x64/libheapwright-jemalloc.so
ENTRYPOINT ["java", "-jar", "/app.jar"]
