package dev.neurite.bench.peer;

/// The best time of one program for one case.
///
/// @param name         of the case
/// @param key          of the program
/// @param program      its name and version
/// @param microseconds of a step, a product, the prediction of a row, or an epoch
public record Result(String name, String key, String program, double microseconds) {}
