package dev.neurite.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Little patience, for a test in which something allocates on purpose.
final class Patience implements BeforeEachCallback, AfterEachCallback {
    private static final String PROPERTY = "neurite.testkit.patience";

    @Override
    public void beforeEach(ExtensionContext context) {
        System.setProperty(PROPERTY, "3");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        System.clearProperty(PROPERTY);
    }
}
