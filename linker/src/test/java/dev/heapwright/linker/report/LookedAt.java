package dev.heapwright.linker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The report of which the guide has pictures. No program can tell whether they are good to look at, so a person has; the
 * page that was shown to them, but for the explanation, which is folded, is recorded by its hash.
 */
final class LookedAt {
    private static final Path HASH = Path.of("src/test/resources/dev/heapwright/linker/report/looked-at.sha256");
    private static final Path GUIDE = Path.of("../docs/report");

    private LookedAt() {}

    static String page() throws IOException {
        return ReportPage.of(Shop.NAME, List.of(ModuleSection.of(Shop.audited())));
    }

    static boolean isToBeRenewed() {
        return "refresh".equals(System.getProperty("golden"));
    }

    static void assertPage() throws Exception {
        assertEquals(
                Files.readString(HASH).strip(),
                hash(),
                "the report looks different: look at linker/target/report/*.png, then renew the pictures with -Dgolden=refresh");
    }

    static void renew(Path pictures) throws Exception {
        for (String picture : List.of("desk-light-start.png", "phone-dark-start.png", "phone-dark-tree.png")) {
            Files.copy(pictures.resolve(picture), GUIDE.resolve(picture), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(HASH, hash() + "\n");
    }

    private static String hash() throws IOException, GeneralSecurityException {
        String page = page().replaceAll("(?s)<details class=\"explanation\">.*?</details>", "");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
