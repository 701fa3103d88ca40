package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.console.page.CompanyPage.Folder;
import org.dunlin.console.words.Words;
import org.dunlin.core.profile.ProfileError;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.profile.KeptProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Reads all that the page of a company's profile shows. */
final class CompanyReader {
  private final Stores stores;
  private final Words words;
  private final KeptProfile kept;
  private final Map<ProfileField, String> texts;
  private List<ProfileError> errors = List.of();
  private @Nullable Folder wanted;
  private @Nullable String folderError;

  private CompanyReader(Stores stores, Words words, KeptProfile kept) {
    this.stores = stores;
    this.words = words;
    this.kept = kept;
    this.texts = kept.texts();
  }

  static CompanyReader of(Stores stores, Words words, KeptProfile kept) {
    return new CompanyReader(stores, words, kept);
  }

  /** What somebody has entered and could not be taken. */
  CompanyReader entered(Map<ProfileField, String> entered, List<ProfileError> wrong) {
    texts.putAll(entered);
    errors = wrong;
    return this;
  }

  /** A folder that somebody has entered and could not be taken, and why. */
  CompanyReader enteredFolder(String id, String path, String error) {
    wanted = new Folder(id, "", path, false, "", false);
    folderError = error;
    return this;
  }

  String show(Frame frame, Model model) {
    model.addAttribute("frame", frame);
    model.addAttribute(
        "page",
        new CompanyPage(
            kept,
            ProfileForm.of(words, kept, texts, errors, connections()),
            !errors.isEmpty(),
            Origins.ofMode(words, kept.origin(ProfileField.MODE)),
            Origins.sentence(words, kept.origin(ProfileField.LOGO), kept.brand().logo() == null),
            kept.placeInFile(ProfileField.LOGO).isPresent(),
            stores.views().sources().sharedInvoices(kept.kept().id()),
            stores.views().sources().sharedCustomers(kept.kept().id()),
            folders(),
            wanted,
            folderError));
    return "company";
  }

  private List<String> connections() {
    return stores.connections().of(kept.kept().id()).stream().map(Connection::id).toList();
  }

  private List<Folder> folders() {
    List<Folder> folders = new ArrayList<>();
    for (Connection connection : stores.connections().of(kept.kept().id())) {
      if (!connection.program().equals(WatchFolders.PROGRAM)) {
        continue; // those have a page of their own
      }
      var origin = kept.originOfConnection(connection.id());
      folders.add(
          new Folder(
              connection.id(),
              connection.program(),
              connection.settings().getOrDefault("path", ""),
              connection.paused(),
              Origins.sentence(words, origin, false),
              origin.filter(said -> said.kind() == SettingOrigin.Kind.FILE).isPresent()));
    }
    return folders;
  }
}
