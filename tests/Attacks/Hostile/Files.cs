// Files that are not there for a student, and places to write to. The words in capitals are put in when this is compiled.
public static unsafe class Files
{
    private const string Secret = "PATH_OF_THE_SECRET";
    private const string Folder = "FOLDER_TO_WRITE_TO";

    public static double ReadSecret() => Readable(Secret);

    public static double ReadSecretByFile() => Attempt(() => File.ReadAllText(Secret).Length);

    public static double ReadPasswords() => Readable("/etc/passwd") + Readable("/etc/shadow") + Readable("/etc/hostname");

    public static double ReadPasswordsRelative() => Readable("../../../../../../etc/passwd");

    /// <summary>
    /// What files on processes tell of the machine, a bit each. Number 1 and the parent are the box's own first process where it has
    /// processes of its own.
    /// </summary>
    public static double ProcessesTell()
    {
        string[] processes = ["1", "self", Kernel.getppid().ToString()];
        string[] files = ["environ", "cmdline", "mountinfo", "maps"];
        string[] words = ["PATH_OF_THE_SECRET", "FOLDER_TO_WRITE_TO", "MARK_OF_THE_GRADER", "HOME=", "/dotnet exec", "testhost"];
        var told = 0;
        foreach (var file in processes.SelectMany(process => files.Select(file => $"/proc/{process}/{file}")))
        {
            try
            {
                var text = File.ReadAllText(file);
                for (var word = 0; word < words.Length; word++) if (text.Contains(words[word])) told |= 1 << word;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException) { }
        }

        return told;
    }

    public static double WriteOwnMemory() => Kernel.Done(Kernel.Open("/proc/self/mem", 1));

    public static double WriteFirstProcessMemory() => Kernel.Done(Kernel.Open("/proc/1/mem", 1)) + Kernel.Done(Kernel.Open("/proc/1/mem", 2));

    // In a container it is the container's own, which holds nothing.
    public static double ReadFirstProcessMemory() => Kernel.Done(Kernel.Open("/proc/1/mem", 0));

    /// <summary>Entries of the root folder that a box has no use for.</summary>
    public static double ListRoot()
    {
        try { return Directory.EnumerateFileSystemEntries("/").Count(entry => entry is "/home" or "/root" or "/var" or "/etc" or "/sys" or "/opt" or "/mnt"); }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException) { return 0; }
    }

    public static double ListRootBySystemCall()
    {
        var folder = Kernel.Open("/", 0x10000);
        if (folder < 0) return 0;
        var entries = stackalloc byte[4096];
        var count = (int)Kernel.Call(217, folder, (nint)entries, 4096);
        if (count <= 0) return 0;
        var names = Encoding.UTF8.GetString(entries, count);
        return names.Contains("home") || names.Contains("root") ? 1 : 0;
    }

    public static double WriteAnywhere()
    {
        string[] places = ["/f", "/tmp/f", "/dev/f", "/dev/shm/f", "/proc/self/comm", "/proc/self/oom_score_adj", "/var/tmp/f", "/run/f", Folder + "/f", "f"];
        return places.Sum(place => Attempt(() => { File.WriteAllText(place, "x"); return 1; }));
    }

    public static double FillDisk()
    {
        string[] places = ["/tmp/fill", Folder + "/fill"];
        foreach (var place in places)
        {
            try
            {
                using var file = File.Create(place);
                for (; ; ) file.Write(new byte[1 << 20]);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException) { }
        }

        return places.Count(File.Exists);
    }

    // Descriptors that are open already may lead somewhere.
    public static double GrowOpenDescriptors()
    {
        var grown = 0.0;
        for (var descriptor = 0; descriptor < 64; descriptor++) grown += Kernel.Done(Kernel.Call(77, descriptor, 1 << 30));
        return grown;
    }

    public static double LinkAndMove()
    {
        fixed (byte* from = Encoding.UTF8.GetBytes(Secret + "\0"), to = Encoding.UTF8.GetBytes(Folder + "/link\0"))
        {
            return Kernel.Done(Kernel.Call(88, (nint)from, (nint)to)) + Kernel.Done(Kernel.Call(86, (nint)from, (nint)to))
                + Kernel.Done(Kernel.Call(82, (nint)from, (nint)to)) + Kernel.Done(Kernel.Call(87, (nint)from))
                + Kernel.Done(Kernel.Call(90, (nint)from, 0x1FF)) + Kernel.Done(Kernel.Call(92, (nint)from, 0, 0))
                + Kernel.Done(Kernel.Call(83, (nint)to, 0x1FF)) + Kernel.Done(Kernel.Call(133, (nint)to, 0x11FF));
        }
    }

    /// <summary>
    /// Locks on files that other boxes and the grader use as well. Programs of .NET take a lock on each file that they open, and
    /// would find it taken.
    /// </summary>
    public static double LockSharedFiles()
    {
        foreach (var file in (string[])["/dev/null", "/dev/urandom", typeof(object).Assembly.Location, "/app/grader-host.dll", Secret]) Kernel.Open(file, 0);
        var locked = 0.0;
        for (var descriptor = 0; descriptor < 512; descriptor++) locked += Kernel.Done(Kernel.Call(73, descriptor, 6));
        return locked;
    }

    public static double ChangeRights()
    {
        fixed (byte* tmp = "/tmp\0"u8, root = "/\0"u8)
            return Kernel.Done(Kernel.Call(90, (nint)tmp, 0x1FF)) + Kernel.Done(Kernel.Call(90, (nint)root, 0x1FF));
    }

    public static double Mount()
    {
        fixed (byte* kind = "tmpfs\0"u8, place = "/tmp\0"u8)
            return Kernel.Done(Kernel.Call(165, (nint)kind, (nint)place, (nint)kind)) + Kernel.Done(Kernel.Call(166, (nint)place, 2));
    }

    public static double Unshare() => Kernel.Done(Kernel.Call(272, 0x10000000)) + Kernel.Done(Kernel.Call(272, 0x20000)) + Kernel.Done(Kernel.Call(272, 0x40000000));

    public static double ChangeRoot()
    {
        fixed (byte* root = "/\0"u8)
            return Kernel.Done(Kernel.Call(161, (nint)root)) + Kernel.Done(Kernel.Call(155, (nint)root, (nint)root));
    }

    public static double BecomeSomebody() => Somebody(105, 0) + Somebody(106, 0) + Somebody(117, 0) + Somebody(119, 0);

    private static double Somebody(int call, nint user) => Kernel.Call(call, user, user, user) == 0 && Kernel.Call(107) == 0 ? 1 : 0;

    /// <summary>Descriptors, besides the first three and two pipes, that lead anywhere but to pipes and harmless devices.</summary>
    public static double InheritedDescriptors()
    {
        var strange = 0;
        var target = stackalloc byte[512];
        for (var descriptor = 3; descriptor < 1024; descriptor++)
        {
            fixed (byte* name = Encoding.UTF8.GetBytes($"/proc/self/fd/{descriptor}\0"))
            {
                var length = (int)Kernel.Call(89, (nint)name, (nint)target, 512);
                if (length <= 0) continue;
                var text = Encoding.UTF8.GetString(target, length);
                if (text.Contains("socket:") || text.Contains(Folder) || text.Contains("MARK_OF_THE_GRADER") || text.StartsWith("/etc")) strange++;
            }
        }

        return strange;
    }

    /// <summary>1 if the memory of another student's assembly can be found: there is none in this box.</summary>
    public static double OtherSubmissions() => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name?.StartsWith("Honest") == true);

    private static double Readable(string path)
    {
        var file = Kernel.Open(path, 0);
        if (file < 0) return 0;
        var bytes = stackalloc byte[16];
        return Kernel.Call(0, file, (nint)bytes, 16) > 0 ? 1 : 0;
    }

    private static double Attempt(Func<int> work)
    {
        try { return work() > 0 ? 1 : 0; }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException) { return 0; }
    }
}
