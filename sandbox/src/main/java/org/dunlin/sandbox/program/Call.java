package org.dunlin.sandbox.program;

import java.util.Map;

/** What was asked of a program, without headers, in which tokens are. */
public record Call(String method, String path, Map<String, String> query, int status) {}
