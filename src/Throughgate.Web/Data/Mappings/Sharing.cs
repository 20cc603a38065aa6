using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

/// <summary>Partners, agreements, consent, decisions and what was shared.</summary>
public static class Sharing
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PartnerRow>().ToTable("partners").Property(p => p.Version).IsConcurrencyToken();
        model.Entity<AgreementRow>().ToTable("agreements").Property(a => a.Version).IsConcurrencyToken();
        model.Entity<AgreementCategory>().ToTable("agreement_categories").HasKey(c => new { c.AgreementId, c.Category });
        model.Entity<ConsentTalk>().ToTable("consents");
        model.Entity<ConsentAnswerRow>().ToTable("consent_answers").HasKey(a => new { a.ConsentId, a.PartnerId, a.Category });
        model.Entity<SharingDecisionRow>().ToTable("sharing_decisions");
        model.Entity<SharingDecisionCategory>().ToTable("sharing_decision_categories").HasKey(c => new { c.DecisionId, c.Category });
        model.Entity<SharingConfirmation>().ToTable("sharing_confirmations").HasKey(c => c.DecisionId);
        model.Entity<SharingEnd>().ToTable("sharing_ends").HasKey(e => e.DecisionId);
        model.Entity<DisclosureRow>().ToTable("disclosures");
        model.Entity<DisclosureCategory>().ToTable("disclosure_categories").HasKey(c => new { c.DisclosureId, c.Category });
        model.Entity<Pack>().ToTable("packs").Property(p => p.Version).IsConcurrencyToken();
        model.Entity<PackCategory>().ToTable("pack_categories").HasKey(c => new { c.PackId, c.Category });
        model.Entity<PartnerAnswer>().ToTable("partner_answers");
        Below<PackCategory, Pack>(model, nameof(PackCategory.PackId));
        model.Entity<SubjectCopy>().ToTable("subject_copies").HasQueryFilter(c => !c.Voided).Property(c => c.Version).IsConcurrencyToken();
        model.Entity<SubjectCopyItem>().ToTable("subject_copy_items").HasKey(i => new { i.CopyId, i.Item });
        model.Entity<KeyStageExchangeRow>().ToTable("key_stage_exchanges").HasQueryFilter(e => !e.Voided).Property(e => e.Version).IsConcurrencyToken();
        Below<SubjectCopyItem, SubjectCopy>(model, nameof(SubjectCopyItem.CopyId));
        Below<AgreementRow, PartnerRow>(model, nameof(AgreementRow.PartnerId));
        Below<AgreementCategory, AgreementRow>(model, nameof(AgreementCategory.AgreementId));
        Below<ConsentAnswerRow, ConsentTalk>(model, nameof(ConsentAnswerRow.ConsentId));
        Below<ConsentAnswerRow, PartnerRow>(model, nameof(ConsentAnswerRow.PartnerId));
        Below<SharingDecisionRow, PartnerRow>(model, nameof(SharingDecisionRow.PartnerId));
        Below<SharingConfirmation, SharingDecisionRow>(model, nameof(SharingConfirmation.DecisionId));
        Below<SharingEnd, SharingDecisionRow>(model, nameof(SharingEnd.DecisionId));
        Below<DisclosureCategory, DisclosureRow>(model, nameof(DisclosureCategory.DisclosureId));
        Below<DisclosureRow, SharingDecisionRow>(model, nameof(DisclosureRow.SingleDecisionId));
        Below<SharingDecisionCategory, SharingDecisionRow>(model, nameof(SharingDecisionCategory.DecisionId));
    }

    private static void Below<T, TAbove>(ModelBuilder model, string key)
        where T : class
        where TAbove : class => model.Entity<T>().HasOne<TAbove>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.ClientNoAction);
}
