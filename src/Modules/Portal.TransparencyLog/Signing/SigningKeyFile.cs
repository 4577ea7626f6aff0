using Portal.Cms.Data;

namespace Portal.TransparencyLog.Signing;

/// <summary>The private key that signs tree heads: a file outside the database, readable by its owner only. Whoever has the database alone can sign nothing.</summary>
public sealed class SigningKeyFile(DataFolder folder)
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string Name = "log.key";

    string FilePath => Path.Combine(folder.Root, Name);

    /// <summary>Where a new key waits until the log has recorded it.</summary>
    string NextPath => FilePath + ".next";

    /// <returns>The key with this id; null where no file holds it. A rotation that was interrupted after it was recorded is finished.</returns>
    public SigningKey? Find(string id)
    {
        if (Read(FilePath, id) is { } key) return key;
        if (Read(NextPath, id) is not { } next) return null;
        Adopt();
        return next;
    }

    /// <returns>Whether a file holds the key with this id; nothing is changed.</returns>
    public bool Holds(string id)
    {
        using var key = Read(FilePath, id) ?? Read(NextPath, id);
        return key is not null;
    }

    /// <returns>The key of a log that has recorded none yet, made where there is no file.</returns>
    public SigningKey First()
    {
        if (File.Exists(FilePath)) return SigningKey.FromPem(File.ReadAllText(FilePath));
        var made = SigningKey.New();
        Write(FilePath, made);
        return made;
    }

    /// <returns>A new key, kept aside: it becomes the key with <see cref="Adopt"/>.</returns>
    public SigningKey Next()
    {
        File.Delete(NextPath);
        var made = SigningKey.New();
        Write(NextPath, made);
        return made;
    }

    /// <summary>Puts the new key into the place of the old one, which is gone then.</summary>
    public void Adopt() => File.Move(NextPath, FilePath, overwrite: true);

    static SigningKey? Read(string file, string id)
    {
        if (!File.Exists(file)) return null;
        var key = SigningKey.FromPem(File.ReadAllText(file));
        if (key.Id == id) return key;
        key.Dispose();
        return null;
    }

    static void Write(string file, SigningKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(key.PrivatePem));
        stream.Flush(flushToDisk: true);
    }
}
