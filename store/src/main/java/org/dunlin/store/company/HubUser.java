package org.dunlin.store.company;

/** Somebody who may sign in; the password lies only as its hash. */
public record HubUser(String name, String passwordHash, String role) {}
