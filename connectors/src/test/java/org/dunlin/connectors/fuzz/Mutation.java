package org.dunlin.connectors.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One change of a file, the same every time for the same seed. Bytes are kept as Latin-1 text. */
record Mutation(Kind kind, long seed) {
  /** No input grows beyond this, so that the time of one says something about the reader. */
  static final int LONGEST = 64 * 1024;

  enum Kind {
    FLIP_BITS,
    SET_BYTES,
    TRUNCATE,
    DELETE,
    DUPLICATE,
    REPEAT,
    SPLICE,
    SWAP_TOKENS,
    CHANGE_NUMBER,
    CHANGE_DATE,
    CHANGE_WORD,
    INSERT_TRICK,
    NEST,
    CHANGE_ENCODING
  }

  private static final Pattern TOKEN = Pattern.compile("<[^<>]{1,200}>|\"[^\"\n]{0,80}\"|[\\w.-]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  static Mutation any(Random random) {
    Kind[] kinds = Kind.values();
    return new Mutation(kinds[random.nextInt(kinds.length)], random.nextLong());
  }

  byte[] apply(byte[] input, List<byte[]> seeds) {
    Random random = new Random(seed);
    byte[] changed =
        switch (kind) {
          case FLIP_BITS, SET_BYTES -> Bytes.overwritten(input, random, kind == Kind.FLIP_BITS);
          case TRUNCATE -> Arrays.copyOf(input, random.nextInt(input.length + 1));
          case CHANGE_ENCODING -> Bytes.encoded(input, random);
          default -> text(new String(input, ISO_8859_1), seeds, random).getBytes(ISO_8859_1);
        };
    return changed.length <= LONGEST ? changed : Arrays.copyOf(changed, LONGEST);
  }

  private String text(String text, List<byte[]> seeds, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1 + Math.max(1, text.length() / 4)));
    return switch (kind) {
      case DELETE -> text.substring(0, from) + text.substring(to);
      case DUPLICATE -> text.substring(0, to) + text.substring(from);
      case REPEAT -> repeated(text, random);
      case SPLICE -> text.substring(0, from) + tail(seeds, random);
      case SWAP_TOKENS -> swapped(text, random);
      case CHANGE_NUMBER -> replaced(text, NUMBER, Tricks.NUMBERS, random);
      case CHANGE_DATE -> replaced(text, DATE, Tricks.DATES, random);
      case CHANGE_WORD -> replaced(text, WORD, Tricks.WORDS, random);
      case INSERT_TRICK ->
          text.substring(0, from) + Tricks.one(Tricks.INSERTED, random) + text.substring(from);
      case NEST ->
          text.substring(0, from)
              + Tricks.one(Tricks.OPENING, random).repeat(1 + random.nextInt(2000))
              + text.substring(from);
      default -> throw new AssertionError(kind);
    };
  }

  private static String tail(List<byte[]> seeds, Random random) {
    String other = new String(seeds.get(random.nextInt(seeds.size())), ISO_8859_1);
    return other.substring(random.nextInt(other.length()));
  }

  private static String repeated(String text, Random random) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    if (tokens.isEmpty()) {
      return text;
    }
    MatchResult first = tokens.get(random.nextInt(tokens.size()));
    int last = Math.min(text.length(), first.end() + random.nextInt(200));
    String part = text.substring(first.start(), last);
    return text.substring(0, last) + part.repeat(random.nextInt(200)) + text.substring(last);
  }

  private static String swapped(String text, Random random) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    if (tokens.size() < 2) {
      return text;
    }
    int left = random.nextInt(tokens.size() - 1);
    MatchResult one = tokens.get(left);
    MatchResult two = tokens.get(left + 1 + random.nextInt(tokens.size() - left - 1));
    return text.substring(0, one.start())
        + two.group()
        + text.substring(one.end(), two.start())
        + one.group()
        + text.substring(two.end());
  }

  private static String replaced(String text, Pattern what, List<String> by, Random random) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    return text.substring(0, one.start()) + Tricks.one(by, random) + text.substring(one.end());
  }
}
