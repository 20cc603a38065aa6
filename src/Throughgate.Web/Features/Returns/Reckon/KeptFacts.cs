using Throughgate.Domain.People;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.Returns.Reckon;

/// <summary>
/// The facts behind a scheme's return of a quarter, which the same two or three people open again and again while they clear its worklist. The rules are
/// asked anew at each request. Some 3 kB a young person: 30 MB where as many are kept as may be.
/// </summary>
public sealed class KeptFacts(Connection connection) : KeptUntilChanged<IReadOnlyList<PersonFacts>>(connection, most: 10_000, weigh: people => people);
