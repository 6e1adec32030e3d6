package io.emotion4j.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Looks a page over with axe-core, which knows the rules of WCAG that a program can check. */
final class Axe {

    private static final String SOURCE = source();

    private Axe() {}

    /** What is serious or critical: rule, what it says, and where. */
    static List<String> seriousFaults(Chromium browser) {
        browser.run("document.getAnimations().forEach((animation) => animation.finish())");
        browser.run(SOURCE);
        List<?> violations = (List<?>) browser.driver().executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run(document).then((result) => done(result.violations.map(({id, impact, help, nodes}) =>
                ({impact, text: `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`}))));
            """);
        return violations.stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> List.of("serious", "critical").contains(String.valueOf(one.get("impact"))))
                .map(one -> String.valueOf(one.get("text")))
                .toList();
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe-core's jar holds no axe.min.js");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
