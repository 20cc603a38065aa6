using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

public static class Caseload
{
    public static void Map(ModelBuilder model)
    {
        Of<Person>(model, "people");
        Of<ResidenceRow>(model, "residences");
        Of<Sentence>(model, "sentences");
        Of<SentenceDate>(model, "sentence_dates");
        Of<Placement>(model, "placements");
        model.Entity<Worker>().ToTable("workers");
        Of<Case>(model, "cases");
        Of<Allocation>(model, "allocations");
        Of<OfferRow>(model, "offers");
        Of<ContactRow>(model, "contacts");
        Of<AssessmentRow>(model, "assessments");
        Of<EteWeek>(model, "ete_weeks");
        Of<AccommodationRow>(model, "accommodation_spells");
        Of<ReviewRow>(model, "reviews");
        Of<CaseNeeds>(model, "case_needs");
        Of<PlaceRow>(model, "places");
        Of<PlanRow>(model, "plans");
        Of<PlanPathwayRow>(model, "plan_pathways");
        Of<PlanActionRow>(model, "plan_actions");
        Of<PlanCheckRow>(model, "plan_checks");
        model.Entity<PlanPathwayRow>().HasOne<PlanRow>().WithMany().HasForeignKey(p => p.PlanId);
        model.Entity<PlanActionRow>().HasOne<PlanRow>().WithMany().HasForeignKey(a => a.PlanId);
        model.Entity<PlanCheckRow>().HasOne<PlanRow>().WithMany().HasForeignKey(c => c.PlanId);
        model.Entity<OfferSaid>().ToTable("offers_said").HasKey(o => o.OfferId);
        Of<LicenceCondition>(model, "licence_conditions");
        model.Entity<Note>().ToTable("notes").HasKey(n => n.RowId);
        model.Entity<StreetAddress>().ToTable("street_addresses").HasKey(a => a.RowId);
        Of<PersonAround>(model, "people_around");
        Of<CareDiscussion>(model, "care_discussions");
        model.Entity<WorkerLeave>().ToTable("worker_leave");
        Of<Closing>(model, "closings");
        Of<CaseDecision>(model, "case_decisions");
        Of<EndingRow>(model, "endings");
        Of<FamilyVisitRow>(model, "family_visits");
        Of<ArchivedFile>(model, "archived_files");
        Of<WishToStopRow>(model, "wishes_to_stop");
        Of<ReleaseItemRow>(model, "release_items");
        model.Entity<ReleaseListItem>().ToTable("release_list_items");
        Of<ExchangeRow>(model, "exchanges");
        Of<FeedbackRow>(model, "release_feedback");
        Of<WeekendRow>(model, "weekends");
        Of<TemporaryReleaseRow>(model, "temporary_releases");
        Of<Escalation>(model, "escalations");
        model.Entity<ImportRow>().ToTable("imports");
        model.Entity<Merge>().ToTable("merges").Property(m => m.UndoneAt).IsConcurrencyToken();
        Below<ResidenceRow, Person>(model, nameof(ResidenceRow.PersonId));
        Below<Sentence, Person>(model, nameof(Sentence.PersonId));
        Below<Sentence, Sentence>(model, nameof(Sentence.FollowsId));
        Below<SentenceDate, Sentence>(model, nameof(SentenceDate.SentenceId));
        Below<Placement, Sentence>(model, nameof(Placement.SentenceId));
        Below<Case, Person>(model, nameof(Case.PersonId));
        Below<Case, Sentence>(model, nameof(Case.SentenceId));
        model.Entity<SchemeFigure>().ToTable("scheme_figures");
        model.Entity<Mark>().ToTable("marks").HasKey(m => m.Name);
    }

    /// <summary>Rows that one save adds together stand in this order: first what is hung on. Nothing is navigated.</summary>
    private static void Below<T, TAbove>(ModelBuilder model, string key)
        where T : Row
        where TAbove : Row =>
        model.Entity<T>().HasOne<TAbove>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.ClientNoAction);

    private static void Of<T>(ModelBuilder model, string table)
        where T : Row =>
        model.Entity<T>().ToTable(table).HasQueryFilter(r => !r.Voided).Property(r => r.Version).IsConcurrencyToken();
}
