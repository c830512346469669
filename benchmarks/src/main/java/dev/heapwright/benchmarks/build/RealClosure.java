package dev.heapwright.benchmarks.build;

import java.util.List;

/** The dependencies of real applications, in the versions that Spring Boot manages unless one is specified. */
final class RealClosure {
    /** The Spring Boot whose BOM the versions are from. */
    static final String BOM = "3.5.0";

    private static final List<String> SMALL = List.of("org.springframework.boot:spring-boot-starter-web");
    private static final List<String> LARGE = List.of(
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-data-jpa",
            "org.springframework.boot:spring-boot-starter-security",
            "org.springframework.boot:spring-boot-starter-actuator",
            "org.springframework.boot:spring-boot-starter-webflux",
            "org.springframework.boot:spring-boot-starter-data-redis",
            "org.springframework.boot:spring-boot-starter-amqp",
            "org.springframework.boot:spring-boot-starter-batch",
            "org.springframework.boot:spring-boot-starter-thymeleaf",
            "org.springframework.boot:spring-boot-starter-quartz",
            "org.springframework.boot:spring-boot-starter-graphql",
            "org.springframework.boot:spring-boot-starter-data-mongodb",
            "org.springframework.boot:spring-boot-starter-data-elasticsearch",
            "org.springframework.boot:spring-boot-starter-mail",
            "org.apache.hadoop:hadoop-client:3.4.1",
            "org.apache.hadoop:hadoop-minicluster:3.4.1",
            "io.netty:netty-all",
            "org.apache.arrow:arrow-vector:19.0.0",
            "org.apache.arrow:arrow-memory-netty:19.0.0",
            "org.apache.arrow:flight-core:19.0.0",
            "org.apache.kafka:kafka-streams");

    private RealClosure() {}

    /** {@return the dependencies for about that many jars; empty if no real closure has that size} */
    static List<String> of(int jars) {
        return switch (jars) {
            case 30 -> SMALL;
            case 300 -> LARGE;
            default -> List.of();
        };
    }
}
