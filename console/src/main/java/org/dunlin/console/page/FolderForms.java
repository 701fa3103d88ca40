package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeFolders;
import org.dunlin.work.profile.KeptProfile;
import org.dunlin.work.profile.SetInFile;
import org.dunlin.work.profile.WrongConnection;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is entered of a company's watched folders. */
@Controller
@Needs(Right.CONNECT)
class FolderForms {
  private final Frames frames;
  private final Stores stores;
  private final ChangeFolders changes;

  FolderForms(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.changes = new ChangeFolders(stores);
  }

  @PostMapping("/company/folders")
  String put(
      @RequestParam String company,
      @RequestParam String connection,
      @RequestParam String path,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    try {
      changes.put(company, connection.strip(), path, Author.onPage(by.getName()));
    } catch (WrongConnection wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      KeptProfile kept = KeptProfile.find(stores, company).orElseThrow(NotHere::new);
      return CompanyReader.of(stores, frame.words(), kept)
          .enteredFolder(
              connection,
              path,
              frame.say("profile.folder.fault." + wrong.fault().name(), wrong.about()))
          .show(frame, model);
    } catch (SetInFile refused) {
      next.addFlashAttribute("refused", CompanyPages.inFile(frame.words(), refused));
      return CompanyPages.back(frame);
    }
    next.addFlashAttribute("said", frame.say("profile.folder.saved", connection));
    return CompanyPages.back(frame);
  }

  @PostMapping("/company/folders/remove")
  String remove(
      @RequestParam String company,
      @RequestParam String connection,
      HttpServletRequest request,
      Principal by,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    try {
      changes.remove(company, connection, Author.onPage(by.getName()));
      next.addFlashAttribute("said", frame.say("profile.folder.removed", connection));
    } catch (SetInFile refused) {
      next.addFlashAttribute("refused", CompanyPages.inFile(frame.words(), refused));
    }
    return CompanyPages.back(frame);
  }
}
