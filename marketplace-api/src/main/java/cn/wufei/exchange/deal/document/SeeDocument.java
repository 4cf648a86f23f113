package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read the document of an agreement: its parties, and the authorities.
@Singleton
@Connectable
class SeeDocument {

  private final Agreements agreements;
  private final DocumentStore store;
  private final DocumentViews views;
  private final Attachments attachments;

  SeeDocument(
      Agreements agreements, DocumentStore store, DocumentViews views, Attachments attachments) {
    this.agreements = agreements;
    this.store = store;
    this.views = views;
    this.attachments = attachments;
  }

  Outcome<AgreementDocument> one(Caller caller, Id agreementId) {
    return visible(caller, agreementId)
        .then(agreement -> Outcome.found(views.of(caller, agreement)));
  }

  /// What a version says, as it was hashed.
  Outcome<Written> content(Caller caller, Id agreementId, int number) {
    return visible(caller, agreementId)
        .then(agreement -> {
          DocumentRow row = store.find(agreementId, number);
          return row == null
              ? Outcome.refused(CommonRefusal.NOT_FOUND)
              : Outcome.done(new Written(agreement.number(), number, store.content(row.id())));
        });
  }

  Outcome<StreamedFile> file(Caller caller, Id agreementId, int number, Id fileId) {
    return visible(caller, agreementId)
        .then(_ -> {
          DocumentRow row = store.find(agreementId, number);
          return row == null
              ? Outcome.refused(CommonRefusal.NOT_FOUND)
              : Outcome.found(attachments.open(row.subject(), fileId));
        });
  }

  private Outcome<Agreement> visible(Caller caller, Id agreementId) {
    @Nullable Agreement agreement = agreements.find(agreementId);
    return agreement != null && Agreements.maySee(caller, agreement)
        ? Outcome.done(agreement)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  /// The bytes of a version.
  record Written(String agreementNumber, int number, WrittenContent content) {

    /// Without the ending.
    String fileName() {
      return agreementNumber + "-v" + number;
    }
  }
}
