package org.dunlin.sandbox.world;

import java.time.LocalDate;

/** A mishap that happened: on which day, to which file. */
public record Disorder(LocalDate on, String fileName, Mishap mishap) {}
