/// Contract tests; start at [dev.neurite.testkit.Contract].
package dev.neurite.testkit;
