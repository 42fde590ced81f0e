using System.Runtime.ExceptionServices;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>Where the files of a batch are worked off: each thread takes the next one as soon as it is free, so that a slow file holds up nobody.</summary>
internal sealed class BatchFloor(IReadOnlyList<FoundFile> files, IReadOnlyList<string> pages, Action<BatchStep> step, CancellationToken stop)
{
    // What is remembered of answers lives just long enough to be taken for lasting, and would pile up between the collector's own rounds:
    // memory would grow with the class. A round takes some 30 ms of the second that so many files take.
    private const int FilesBetweenCollections = 400;

    private readonly BatchRow[] rows = new BatchRow[files.Count];

    private readonly JournalPlace[] places = new JournalPlace[files.Count];

    private readonly Lock turn = new();

    private int next = -1;

    private Exception? failure;

    /// <param name="IsNew">False where it was kept from an earlier run.</param>
    public sealed record Piece(BatchRow Row, JournalPlace Place, bool IsNew);

    /// <summary>In the order of the files; whole where all are done.</summary>
    public IReadOnlyList<BatchRow> Rows => rows;

    public IReadOnlyList<JournalPlace> Places => places;

    public int Done { get; private set; }

    public int Kept { get; private set; }

    /// <summary>Returns when all is done, or nothing more is begun because of a stop; the first failure ends the work and is thrown.</summary>
    /// <param name="deal">From a file and its page's name to what became of it; null where it does not count as done.</param>
    public void Work(int jobs, Func<FoundFile, string, Piece?> deal)
    {
        CollectAll();
        var threads = Enumerable.Range(0, Math.Min(jobs, files.Count)).Select(_ => new Thread(() => WorkAlone(deal)) { IsBackground = true, Name = "grading" }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    private static void CollectAll() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

    private void WorkAlone(Func<FoundFile, string, Piece?> deal)
    {
        try
        {
            while (!stop.IsCancellationRequested && Volatile.Read(ref failure) is null)
            {
                var at = Interlocked.Increment(ref next);
                if (at >= files.Count) return;
                if (deal(files[at], pages[at]) is { } piece) Take(at, piece);
            }
        }
#pragma warning disable CA1031 // An exception must not end the process from a thread of its own: it is thrown where the work was asked for.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, problem, null);
        }
    }

    private void Take(int at, Piece piece)
    {
        lock (turn)
        {
            (rows[at], places[at]) = (piece.Row, piece.Place);
            Done++;
            if (!piece.IsNew) Kept++;
            step(new(piece.Row, piece.IsNew));
            if (Done % FilesBetweenCollections == 0) CollectAll();
        }
    }
}
