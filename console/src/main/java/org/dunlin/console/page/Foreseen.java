package org.dunlin.console.page;

import java.util.function.Supplier;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.work.dun.PlanUnreadable;
import org.dunlin.work.dun.PreviewBusy;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What is foreseen for a page; where it cannot be, the page says why. */
final class Foreseen {
  private Foreseen() {}

  static <T> @Nullable T on(Model model, Supplier<T> preview) {
    try {
      return preview.get();
    } catch (PlanUnreadable e) {
      model.addAttribute("stopped", e.planId());
    } catch (PreviewBusy e) {
      model.addAttribute("busy", true);
    } catch (PlanRefused e) {
      model.addAttribute("problem", e.problem());
    }
    return null;
  }
}
