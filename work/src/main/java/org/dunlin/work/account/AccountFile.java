package org.dunlin.work.account;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.dunlin.connectors.table.TableForm;
import org.dunlin.connectors.table.TableWriter;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.message.AccountLetter;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.Sender;
import org.dunlin.core.model.AccountId;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.letter.LetterFile;
import org.dunlin.work.letter.LetterSettings;

/** A statement of account as a file. */
public final class AccountFile {
  /** So many movements find room on paper; more are for a workbook. */
  public static final int MOST_ON_PAPER = 2000;

  private final Stores stores;

  /** Over these stores. */
  public AccountFile(Stores stores) {
    this.stores = stores;
  }

  /** The name of the file, without a path. */
  public static String name(AccountStatement statement, AccountForm form) {
    return "account-" + statement.from() + "-" + statement.to() + form.ending();
  }

  /** Whether a statement can be had in this form. */
  public static boolean fits(AccountStatement statement, AccountForm form) {
    return form != AccountForm.PDF || statement.movements() <= MOST_ON_PAPER;
  }

  /**
   * Writes it onto a stream, which stays open.
   *
   * @throws IOException when the stream does not take it
   * @throws IllegalArgumentException where it does not {@link #fits fit}
   */
  public void write(AccountStatement statement, AccountForm form, OutputStream out)
      throws IOException {
    if (!fits(statement, form)) {
      throw new IllegalArgumentException(statement.movements() + " movements are no letter");
    }
    TableForm table = form.table();
    if (table == null) {
      out.write(LetterFile.pdf(stores, statement.company().id(), letter(statement)));
      return;
    }
    try (TableWriter writer = TableWriter.of(table, out)) {
      new AccountSheets(statement, writer).write();
    }
  }

  /** The statement as a letter, before it is drawn. */
  Letter letter(AccountStatement statement) {
    String companyId = statement.company().id();
    CompanyProfile profile = stores.companies().profile(companyId);
    Brand brand = stores.brands().of(companyId);
    Brand.LogoKey logo = brand.logo();
    return AccountLetter.write(
        statement,
        sender(profile, brand),
        LetterSettings.head(profile, LetterSettings.connection(stores, companyId)),
        logo == null ? null : logo.id());
  }

  static Sender sender(CompanyProfile profile, Brand brand) {
    String iban =
        profile.company().accounts().stream()
            .map(AccountId::iban)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Sender(
        profile.company().name(), profile.replyTo(), iban, brand.color(), brand.logo() != null);
  }
}
