/// Charts of trainings and of what networks have learned.
@NullMarked
package dev.neurite.report;

import org.jspecify.annotations.NullMarked;
