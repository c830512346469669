package dev.heapwright.benchmarks.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTimeTest {

    @Test
    void aGoalTakesUntilTheNextBegins() {
        List<GoalTime> goals = GoalTime.in("""
                23:59:59.900 [INFO] Building m01 1                                                     [2/5]
                23:59:59.950 [INFO] --- heapwright-maven-plugin:0.1.0-SNAPSHOT:bind (default) @ m01 ---
                23:59:59.960 [INFO] dev.heapwright.system.SystemAllocator
                00:00:00.040 [INFO]
                00:00:00.050 [INFO] --- maven-jar-plugin:3.5.1:jar (default-jar) @ m01 ---
                00:00:00.060 [INFO] Building jar: m01-1.jar
                00:00:00.070 [INFO]
                """.lines().toList());
        assertEquals(List.of(new GoalTime("heapwright:bind@default", "m01", 100)), goals);
    }

    @Test
    void theLastGoalOfAModuleTakesUntilTheNextModule() {
        List<GoalTime> goals = GoalTime.in("""
                10:00:00.000 [INFO] --- enforcer:3.6.2:enforce (duplicates) @ m01 ---
                10:00:00.700 [INFO] Rule 0: BanDuplicateClasses passed
                10:00:01.499 [INFO] --------------------------< com.acme:m02 >--------------------------
                10:00:01.500 [INFO] Building m02 1                                                     [3/5]
                10:00:03.000 [INFO] --- dependency:3.9.0:analyze-only (analyze) @ m02 ---
                10:00:03.025 [INFO] Reactor Summary for closure 1:
                """.lines().toList());
        assertEquals(
                List.of(
                        new GoalTime("enforcer:enforce@duplicates", "m01", 1500),
                        new GoalTime("dependency:analyze-only@analyze", "m02", 25)),
                goals);
    }
}
