using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

/// <summary>What is written with reviews and contacts, beside the rows that a bundle carries.</summary>
public static class Casework
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Concern>().ToTable("concerns").HasQueryFilter(c => !c.Voided).Property(c => c.Version).IsConcurrencyToken();
        model.Entity<Document>().ToTable("documents").HasQueryFilter(d => !d.Voided).Property(d => d.Version).IsConcurrencyToken();
        model.Entity<ContactPlan>().ToTable("contact_plans").HasKey(p => p.ContactId);
        model.Entity<ContactHandover>().ToTable("contact_handovers").HasKey(h => h.ContactId);
        model.Entity<ReciprocalArrangement>().ToTable("reciprocal_arrangements");
        model.Entity<AccountableManagerRow>().ToTable("accountable_managers");
        model.Entity<ContactPlace>().ToTable("contact_places").HasKey(p => p.ContactId);
        model.Entity<Draft>().ToTable("drafts").HasKey(d => new { d.AccountId, d.Form });
        model.Entity<CalendarFeed>().ToTable("calendar_feeds").HasKey(f => f.AccountId);
        model.Entity<EstablishmentHours>().ToTable("establishment_hours");
        model.Entity<ReturnVersion>().ToTable("return_versions");
        model.Entity<ReturnDecision>().ToTable("return_decisions").HasKey(d => d.ReturnId);
        model.Entity<ReturnMember>().ToTable("return_members").HasKey(m => new { m.ReturnId, m.Pseudonym });
        model.Entity<ReturnMember>().HasOne<ReturnVersion>().WithMany().HasForeignKey(m => m.ReturnId).OnDelete(DeleteBehavior.ClientNoAction);
        model.Entity<ReturnCheckRow>().ToTable("return_checks");
        model.Entity<ReturnAcceptance>().ToTable("return_acceptances").Property(a => a.Version).IsConcurrencyToken();
        model.Entity<TypedReturn>().ToTable("typed_returns");
        model.Entity<ReviewDetails>().ToTable("review_details").HasKey(d => d.ReviewId);
    }
}
