using System.Collections.Concurrent;
using Grader.Running;

namespace Grader.Programs;

/// <summary>The boxes of one call of the grader: opened when the first program comes, one factory for each set of limits.</summary>
/// <param name="wanted">Null for the strongest level that works here.</param>
/// <param name="spares">How many boxes stand ready at all times, for a class.</param>
/// <param name="forMarks">Whether marks depend on it: a plain process then has to be asked for in so many words.</param>
public sealed class Sandboxes(IsolationLevel? wanted, int spares, bool forMarks) : IDisposable
{
    private readonly ConcurrentDictionary<Limits, Lazy<BoxFactory>> factories = new();

    /// <exception cref="BoxFaultException">The level cannot be had on this machine.</exception>
    public BoxFactory For(Limits limits) => factories.GetOrAdd(limits, key => new Lazy<BoxFactory>(() => Open(key))).Value;

    public void Dispose()
    {
        foreach (var factory in factories.Values.Where(factory => factory.IsValueCreated)) factory.Value.Dispose();
    }

    private BoxFactory Open(Limits limits) => wanted is { } level ? BoxFactory.Open(level, limits, spares) : BoxFactory.OpenStrongest(limits, spares, forMarks);
}
