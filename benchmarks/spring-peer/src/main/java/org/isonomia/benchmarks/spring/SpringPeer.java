package org.isonomia.benchmarks.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves one action by code from the product's tables, written as one usually writes it with Spring Boot and JPA. */
@SpringBootApplication
public class SpringPeer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringPeer.class, arguments);
    }
}
