using System.Collections.Concurrent;

namespace Grader.Running;

/// <summary>
/// The one thread that starts boxes, and that lives as long as any of them: the kernel's promise to kill a child with its parent
/// means the parent's thread.
/// </summary>
internal sealed class StarterThread : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;

    public StarterThread()
    {
        thread = new Thread(Work) { IsBackground = true, Name = "starts boxes" };
        thread.Start();
    }

    /// <summary>Runs it there. What it throws is the task's.</summary>
    public Task<T> Start<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception problem)
            {
                done.SetException(problem);
            }
        });
        return done.Task;
    }

    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        work.Dispose();
    }

    private void Work()
    {
        foreach (var item in work.GetConsumingEnumerable()) item();
    }
}
