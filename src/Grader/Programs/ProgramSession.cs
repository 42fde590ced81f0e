using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking.Methods;
using Grader.Running;
using Protocol;

namespace Grader.Programs;

/// <summary>One program in one box after the other: a fresh one whenever the last one is spent.</summary>
/// <param name="mayGoOn">Whether there is time for another box.</param>
internal sealed class ProgramSession(BoxFactory boxes, ReadOnlyMemory<byte> image, Func<bool> mayGoOn) : IDisposable
{
    private Box? box;
    private IReadOnlyList<MethodSignature> methods = [];

    /// <summary>What was printed up to <see cref="KeepPublicPrints"/>.</summary>
    public string PublicPrints { get; private set; } = string.Empty;

    public LoadOutcome Load()
    {
        box = boxes.Take();
        var outcome = box.Load(image.Span);
        if (outcome is LoadOutcome.Loaded loaded) methods = loaded.Methods;
        return outcome;
    }

    /// <summary>Prints at hidden inputs could tell them, so what comes later is not kept.</summary>
    public void KeepPublicPrints()
    {
        Collect();
        collects = false;
    }

    /// <summary>The next call is made in another process.</summary>
    public void StartAfresh() => Close();

    /// <returns>Null where the call was not made: no time is left, or the program does not load a second time.</returns>
    public MethodOutcome? Call(MethodBinding.Bound bound, Assignment inputs, WantedResult wanted)
    {
        if (Usable() is not { } ready) return null;
        return ready.Call(bound.Number, MethodArguments.Of(bound, inputs)) switch
        {
            CallOutcome.Returned returned => MethodResults.Read(
                returned.Value, wanted, returned.Changed.Select(change => bound.Method.Parameters[change.Index].Name).Distinct().ToEquatableList()),
            CallOutcome.Threw threw => new MethodOutcome.Threw(threw.Kind, threw.Message, threw.Frames.ToEquatableList()),
            CallOutcome.NotCallable refusal => new MethodOutcome.Unusable(ProgramMessages.NotCallable(refusal.Detail)),
            CallOutcome.Died died => new MethodOutcome.Died(ProgramMessages.Died(died.Cause)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public void Dispose() => Close();

    private bool collects = true;

    private Box? Usable()
    {
        if (box is { IsUsable: true }) return box;
        Close();
        if (!mayGoOn()) return null;
        var fresh = boxes.Take();
        // The same bytes have the same methods, unless the program makes them up: then it is not called again.
        if (fresh.Load(image.Span) is LoadOutcome.Loaded loaded && loaded.Methods.SequenceEqual(methods)) return box = fresh;
        fresh.Dispose();
        return null;
    }

    private void Close()
    {
        if (box is null) return;
        Collect();
        box.Dispose();
        box = null;
    }

    private void Collect()
    {
        if (!collects || box is null) return;
        PublicPrints = box.Printed;
    }
}
