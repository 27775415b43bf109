package dev.neurite.table;

/// Something that was done with the data without being asked, for the owner of the data to know.
///
/// @param column the column it is about; empty if it is about the whole table
/// @param count how many cells, rows or levels it concerns
/// @param sentence the note in one sentence
public record Note(String column, long count, String sentence) {}
