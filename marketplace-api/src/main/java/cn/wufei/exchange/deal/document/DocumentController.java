package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.identity.ConfirmPassword;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Agreements as documents that their parties sign. No act states the version of a row: each names
/// what it is about by its number and its hash, and neither ever changes.
@Controller("/api/v1/agreements/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class DocumentController {

  private final SeeDocument see;
  private final DocumentPdf pdf;
  private final SignDocument sign;
  private final AmendAgreement amend;
  private final ConfirmPassword confirm;
  private final Writes writes;

  DocumentController(
      SeeDocument see,
      DocumentPdf pdf,
      SignDocument sign,
      AmendAgreement amend,
      ConfirmPassword confirm,
      Writes writes) {
    this.see = see;
    this.pdf = pdf;
    this.sign = sign;
    this.amend = amend;
    this.confirm = confirm;
    this.writes = writes;
  }

  /// An agreement as a document, with all its versions.
  @Get("/document")
  AgreementDocument read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// What a version says, as the bytes whose SHA-256 is its hash: canonical JSON (RFC 8785).
  @Get("/document/versions/{number}/content")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<byte[]> content(Caller caller, Id id, int number) {
    SeeDocument.Written written = Responses.valueOf(see.content(caller, id, number));
    return HttpResponse.ok(written.content().bytes())
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + written.fileName() + ".json\"");
  }

  /// A version to print or keep. Without a number the one that waits for signatures, else the one
  /// in force, else the newest.
  ///
  /// @param language `zh` or `en`
  @Get(value = "/document.pdf", produces = MediaType.APPLICATION_PDF)
  HttpResponse<byte[]> pdf(
      Caller caller,
      Id id,
      @QueryValue(defaultValue = "zh") @Pattern(regexp = "zh|en") String language,
      @QueryValue @Nullable @Min(1) Integer version) {
    AgreementDocument document = Responses.valueOf(see.one(caller, id));
    DocumentVersion chosen = Responses.valueOf(Outcome.found(document.version(version)));
    String name = document.agreementNumber() + "-v" + chosen.number() + ".pdf";
    return HttpResponse.ok(pdf.of(document, chosen, Language.ofCode(language)))
        .contentType(MediaType.APPLICATION_PDF_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  /// Signs a version for the caller's side. Asks for the password once more; a wrong one counts as
  /// a failed sign-in. A key cannot sign. Where the last signature makes an amendment hold that
  /// wants more of the lot than is left by then, nothing is signed.
  @Post("/document/versions/{number}/signature")
  @Secured("trader")
  HttpResponse<AgreementDocument> sign(
      Caller caller, HttpRequest<?> request, Id id, int number, @Body @Valid SignatureDraft draft) {
    ConfirmPassword.Confirmed signer = Responses.valueOf(confirm.handle(caller, draft.password()));
    return writes.actPosting(
        caller,
        request,
        draft.withoutPassword(),
        () -> sign.handle(caller, signer, id, number, draft.sha256()));
  }

  /// Proposes an amendment: a further version, which holds once both sides have signed it.
  @Post("/document/amendments")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<AgreementDocument> propose(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid AmendmentDraft draft) {
    return writes.create(caller, request, draft, () -> amend.propose(caller, id, draft));
  }

  /// Refuses an amendment of the other side.
  @Post("/document/versions/{number}/refusal")
  @Secured("trader")
  HttpResponse<AgreementDocument> refuse(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      int number,
      @Body @Valid DocumentReason reason) {
    return writes.act(
        caller, request, reason, () -> amend.refuse(caller, id, number, reason.text()));
  }

  /// Takes an amendment back.
  @Post("/document/versions/{number}/withdrawal")
  @Secured("trader")
  HttpResponse<AgreementDocument> withdraw(
      Caller caller, HttpRequest<?> request, Id id, int number) {
    return writes.act(caller, request, id, () -> amend.withdraw(caller, id, number));
  }

  /// @param sha256 of the version, as the signer has read it
  /// @param password the signer's own
  @Serdeable
  @Schema(name = "SignatureDraft")
  record SignatureDraft(
      @NotNull @Pattern(regexp = DocumentLimits.SHA256) String sha256,
      @NotBlank @Size(max = DocumentLimits.PASSWORD_MAX) String password) {

    /// What is remembered of the request: a hash of a password without Argon2id must not lie
    /// anywhere.
    SignatureDraft withoutPassword() {
      return new SignatureDraft(sha256, "");
    }

    /// Never shows the password.
    @Override
    public String toString() {
      return "SignatureDraft[" + sha256 + "]";
    }
  }
}
