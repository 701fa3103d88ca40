package org.dunlin.sandbox.world;

/**
 * The other side of a bank movement, as banks write it.
 *
 * @param name in capitals or not, as its owner's bank has it
 */
record Party(String name, String iban, String bic) {
  /** A party with an account of its own at some bank of the country. */
  static Party of(String name, String country, long seed) {
    Chance chance = Chance.of(seed, "account of " + name);
    Bank bank = Bank.of(country, chance);
    return new Party(name, bank.iban(chance), bank.bic());
  }
}
