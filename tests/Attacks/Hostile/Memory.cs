// Memory in every way it can be had.
public static unsafe class Memory
{
    private static readonly List<object> Kept = [];

    public static double BigArrays()
    {
        for (; ; )
        {
            var block = new byte[50_000_000];
            Array.Fill(block, (byte)1);
            Kept.Add(block);
        }
    }

    public static double ManySmallObjects()
    {
        for (; ; ) Kept.Add(new object[4]);
    }

    public static double OneArrayOfTwoBillion()
    {
        var numbers = new double[2_000_000_000];
        numbers[^1] = 1;
        return numbers.Length;
    }

    public static double GrowingText()
    {
        var text = new StringBuilder("x");
        for (; ; ) text.Append(text);
    }

    // Out of memory is caught, again and again: the method never ends.
    public static double CaughtForEver()
    {
        for (; ; )
        {
            try { for (; ; ) Kept.Add(new byte[1_000_000]); }
            catch (OutOfMemoryException) { }
        }
    }

    /// <summary>MiB that could be had and touched, at most 4096.</summary>
    public static double Malloc()
    {
        for (var count = 0; count < 4096; count++)
        {
            var block = Kernel.malloc(1 << 20);
            if (block == null) return count;
            for (var index = 0; index < 1 << 20; index += 4096) block[index] = 1;
        }

        return 4096;
    }

    public static double NativeBlocks()
    {
        for (var count = 0; count < 4096; count++)
        {
            var block = (byte*)NativeMemory.Alloc(1 << 20);
            for (var index = 0; index < 1 << 20; index += 4096) block[index] = 1;
        }

        return 4096;
    }

    /// <summary>MiB of private pages that could be had.</summary>
    public static double MapPrivate() => Mapped(flags: 0x22, pieces: 1 << 20);

    /// <summary>MiB of shared pages that could be had, in pieces of 16 MiB.</summary>
    public static double MapShared() => Mapped(flags: 0x21, pieces: 16 << 20);

    /// <summary>MiB of shared pages that could be had, in pieces of 1 MiB.</summary>
    public static double MapSharedInSmallPieces() => Mapped(flags: 0x21, pieces: 1 << 20);

    /// <summary>GiB of address space that could be reserved.</summary>
    public static double ReserveAddresses()
    {
        var count = 0;
        for (; count < 4096 && Kernel.Call(9, 0, 1 << 30, 0, 0x4022, -1, 0) > 0; count++) { }
        return count;
    }

    /// <summary>MiB that a file without a name took.</summary>
    public static double NamelessFile()
    {
        fixed (byte* name = "m\0"u8)
        {
            var file = Kernel.Call(319, (nint)name);
            if (file < 0) return 0;
            var megabyte = new byte[1 << 20];
            fixed (byte* bytes = megabyte)
            {
                var count = 0;
                while (count < 2048 && Kernel.Call(1, file, (nint)bytes, megabyte.Length) > 0) count++;
                return count;
            }
        }
    }

    public static double ManyPipes()
    {
        var ends = stackalloc int[2];
        var count = 0;
        while (count < 5000 && Kernel.Call(22, (nint)ends) >= 0) count++;
        return count;
    }

    public static double NoCollections()
    {
        GC.TryStartNoGCRegion(200_000_000);
        for (; ; ) Kept.Add(new byte[100_000]);
    }

    public static double ThreadWithHugeStack()
    {
        var sum = 0.0;
        var thread = new Thread(() => sum = 7, maxStackSize: int.MaxValue - 65536);
        thread.Start();
        thread.Join();
        return sum;
    }

    public static double PinnedForEver()
    {
        for (; ; ) Kept.Add(GCHandle.Alloc(new byte[100_000], GCHandleType.Pinned));
    }

    /// <summary>1 if the limits of this process could be raised.</summary>
    public static double RaiseLimits()
    {
        var raised = 0;
        var limit = stackalloc ulong[2];
        for (var resource = 0; resource < 16; resource++)
        {
            limit[0] = limit[1] = ulong.MaxValue;
            if (resource == 7) limit[0] = limit[1] = 1_000_000;
            if (Kernel.Call(160, resource, (nint)limit) == 0) raised++;
            if (Kernel.Call(302, 0, resource, (nint)limit) == 0) raised++;
        }

        return raised;
    }

    // A filter that compares half of a pointer takes this one for null.
    public static double RaiseLimitsFromRoundAddress()
    {
        var place = (nint)(1L << 32);
        if (Kernel.Call(9, place, 4096, 3, 0x100032, -1, 0) != place) return 0;
        var raised = 0;
        for (var resource = 0; resource < 16; resource++)
        {
            ((ulong*)place)[0] = ((ulong*)place)[1] = 0;
            if (Kernel.Call(302, 0, resource, place) == 0) raised++;
        }

        return raised;
    }

    // Half of this length is small.
    public static double MapSharedBeyondFourGibibytes() => Kernel.Call(9, 0, (nint)((1L << 32) + 4096), 3, 0x21, -1, 0) is < 0 and > -4096 ? 0 : 1;

    private static double Mapped(nint flags, int pieces)
    {
        var bytes = 0L;
        while (bytes < 4L << 30)
        {
            var block = Kernel.Call(9, 0, pieces, 3, flags, -1, 0);
            if (block < 0 && block > -4096) break;
            for (var index = 0; index < pieces; index += 4096) ((byte*)block)[index] = 1;
            bytes += pieces;
        }

        return bytes >> 20;
    }
}
