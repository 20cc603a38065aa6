using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Mappings;

/// <summary>What is written with reviews and contacts, beside the rows that a bundle carries.</summary>
public static class Casework
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReviewDetails>().ToTable("review_details").HasKey(d => d.ReviewId);
    }
}
