using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking.Methods;
using Grader.Running;
using Protocol;
using Scanning;

namespace Grader.Programs;

/// <summary>
/// One program in one box after the other: a fresh one whenever the last one is spent. Every box is thrown away after anything but
/// values and plain exceptions.
/// </summary>
/// <param name="budget">Once so much time has gone, no further box is opened for this program.</param>
internal sealed class ProgramSession(BoxFactory boxes, ProgramImage.Ready image, TimeSpan budget) : IDisposable
{
    private readonly long started = Stopwatch.GetTimestamp();
    private Box? box;
    private IReadOnlyList<MethodSignature> methods = [];
    private bool keepsPrints = true;

    public IsolationLevel Level => boxes.Level;

    /// <summary>What was printed up to <see cref="KeepPublicPrints"/>.</summary>
    public string PublicPrints { get; private set; } = string.Empty;

    public ScanOutcome Scan(ScanPolicy policy) => (box ??= First()).Scan(image.Bytes.Span, policy);

    public LoadOutcome Load()
    {
        box ??= First();
        var outcome = box.Load(image.Bytes.Span, image.Symbols.Span);
        if (outcome is LoadOutcome.Loaded loaded) methods = loaded.Methods;
        return outcome;
    }

    /// <summary>Prints at hidden inputs could tell them, so what comes later is not kept.</summary>
    public void KeepPublicPrints()
    {
        Collect();
        keepsPrints = false;
    }

    /// <summary>The next call is made in another process.</summary>
    public void StartAfresh() => Close();

    /// <returns>Null where the call was not made: no time is left, or the program does not load a second time.</returns>
    public MethodOutcome? Call(MethodBinding.Bound bound, Assignment inputs, WantedResult wanted) => Usable()?.Call(bound.Number, MethodArguments.Of(bound, inputs)) switch
    {
        null => null,
        CallOutcome.Returned returned => MethodResults.Read(
            returned.Value, wanted, returned.Changed.Select(change => bound.Method.Parameters[change.Index].Name).Distinct().ToEquatableList()),
        CallOutcome.Threw threw => new MethodOutcome.Threw(threw.Kind, threw.Message, threw.Frames.ToEquatableList()),
        CallOutcome.NotCallable refusal => new MethodOutcome.Unusable(ProgramMessages.NotCallable(refusal.Detail)),
        CallOutcome.Died died => new MethodOutcome.Died(ProgramMessages.Died(died.Cause), died.Cause.Clause),
        _ => throw new UnreachableException(),
    };

    public void Dispose() => Close();

    // What is called once will be called again in another process, which starts while the first one is at work.
    private Box First()
    {
        var first = boxes.Take();
        boxes.Prepare();
        return first;
    }

    private Box? Usable()
    {
        if (box is { IsUsable: true }) return box;
        Close();
        if (Stopwatch.GetElapsedTime(started) > budget) return null;
        var fresh = boxes.Take();
        // The same bytes have the same methods, unless the program makes them up: then it is not called again.
        if (fresh.Load(image.Bytes.Span, image.Symbols.Span) is LoadOutcome.Loaded loaded && loaded.Methods.SequenceEqual(methods)) return box = fresh;
        fresh.Dispose();
        return null;
    }

    private void Close()
    {
        Collect();
        box?.Dispose();
        box = null;
    }

    private void Collect()
    {
        if (keepsPrints && box is { } open) PublicPrints += open.Printed;
    }
}
