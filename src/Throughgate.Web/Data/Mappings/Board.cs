using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

/// <summary>What boards read and write: notes of emerging practice; reviews of progress; profiles of areas; extracts for evaluation.</summary>
public static class Board
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PracticeNote>().ToTable("practice_notes").Ignore(n => n.IsPublished).Property(n => n.Version).IsConcurrencyToken();
        var text = model.Entity<PracticeNoteText>().ToTable("practice_note_texts");
        text.HasKey(t => new { t.NoteId, t.Number });
        model.Entity<ProgressReview>().ToTable("progress_reviews");
        model.Entity<ProgressAction>().ToTable("progress_actions").Property(a => a.Version).IsConcurrencyToken();
        model.Entity<ProgressAction>().HasOne<ProgressReview>().WithMany().HasForeignKey(a => a.ReviewId).OnDelete(DeleteBehavior.ClientNoAction);
        model.Entity<ProgressAction>().HasOne<Account>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.ClientNoAction);
        model.Entity<ProfileRow>().ToTable("profiles");
        model.Entity<ProfileShare>().ToTable("profile_shares").HasKey(s => new { s.ProfileId, s.GroupCode });
        model.Entity<ProfileShare>().HasOne<ProfileRow>().WithMany().HasForeignKey(s => s.ProfileId).OnDelete(DeleteBehavior.ClientNoAction);
        model.Entity<Study>().ToTable("studies").Property(s => s.Version).IsConcurrencyToken();
        model.Entity<ExtractMade>().ToTable("extracts").HasOne<Study>().WithMany().HasForeignKey(e => e.StudyId).OnDelete(DeleteBehavior.ClientNoAction);
        text.HasOne<PracticeNote>().WithMany().HasForeignKey(t => t.NoteId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
