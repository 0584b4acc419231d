package dev.quartet.app.notes;

import java.util.UUID;

import dev.quartet.app.api.ApiTokens;
import dev.quartet.app.api.ApiUnreachable;

import dev.quartet.app.web.Moments;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Lists, creates, edits and deletes notes. */
@Controller
@RequestMapping("/notes")
class NotesController {

	private static final String EDIT = "notes/edit";

	private static final String LIST = "redirect:/notes";

	private final Notes notes;

	private final ApiTokens tokens;

	private final Moments moments;

	NotesController(Notes notes, ApiTokens tokens, Moments moments) {
		this.notes = notes;
		this.tokens = tokens;
		this.moments = moments;
	}

	@ModelAttribute("moments")
	Moments moments() {
		return this.moments;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "0") int page, Model model) {
		boolean readable = this.tokens.allow("notes:read");
		model.addAttribute("readable", readable);
		model.addAttribute("writable", this.tokens.allow("notes:write"));
		model.addAttribute("list", readable ? this.notes.list(Math.max(page, 0)) : NotePage.empty());
		model.addAttribute("form", new NoteForm("", ""));
		return "notes/list";
	}

	@PostMapping
	String write(@Valid @ModelAttribute("form") NoteForm form, BindingResult errors, HttpServletResponse response) {
		return outcome(() -> this.notes.write(form), errors, response);
	}

	@GetMapping("/{id}")
	String edit(@PathVariable UUID id, Model model) {
		Note note = this.notes.read(id);
		model.addAttribute("form", NoteForm.of(note));
		model.addAttribute("version", note.version());
		return EDIT;
	}

	@PostMapping("/{id}")
	String change(@PathVariable UUID id, @RequestParam long version, @Valid @ModelAttribute("form") NoteForm form,
			BindingResult errors, Model model, HttpServletResponse response) {
		model.addAttribute("version", version);
		try {
			return outcome(() -> this.notes.change(id, version, form), errors, response);
		}
		catch (NoteChanged ex) {
			Note current = this.notes.read(id);
			// She sees both now, so what she saves next is said knowingly.
			model.addAttribute("version", current.version());
			model.addAttribute("current", current);
			response.setStatus(HttpStatus.CONFLICT.value());
			return EDIT;
		}
	}

	@PostMapping("/{id}/deletion")
	String remove(@PathVariable UUID id, @RequestParam long version) {
		try {
			this.notes.remove(id, version);
			return LIST;
		}
		catch (NoteChanged ex) {
			return LIST + "/" + id + "?changed";
		}
	}

	/** Whatever happens, what the person has typed stays in front of her. */
	private static String outcome(Runnable save, BindingResult errors, HttpServletResponse response) {
		if (!errors.hasErrors()) {
			try {
				save.run();
				return LIST;
			}
			catch (ApiUnreachable ex) {
				errors.reject("note.unreachable");
				response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
				return EDIT;
			}
			catch (HttpClientErrorException.BadRequest | HttpClientErrorException.UnprocessableContent ex) {
				errors.reject("note.refused");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return EDIT;
	}

}
