package dev.heapwright.testing;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;

/** The program that the tests of child JVMs run. */
final class Program {
    private Program() {}

    public static void main(String[] args) throws InterruptedException {
        switch (args[0]) {
            case "print" -> {
                System.out.println("out: " + args[1]);
                System.err.println("err: " + args[1]);
            }
            case "variable" -> System.out.println(System.getenv(args[1]));
            case "options" ->
                System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
            case "exit" -> {
                System.out.println("leaving");
                System.exit(Integer.parseInt(args[1]));
            }
            case "hang" -> new CountDownLatch(1).await();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
